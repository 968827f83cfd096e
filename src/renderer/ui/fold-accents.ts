/** `Đăng ký khai sinh` → `dang ky khai sinh`, so that one finds without typing marks. */
export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

/** Every word of the query occurs somewhere in the text, accents or not. */
export function matchesWords(text: string, query: string): boolean {
  const folded = foldAccents(text);
  return foldAccents(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
