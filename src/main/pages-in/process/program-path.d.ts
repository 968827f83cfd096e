/** Where the program lies that the build made of this file. */
declare module '*?modulePath' {
  const path: string;
  export default path;
}
