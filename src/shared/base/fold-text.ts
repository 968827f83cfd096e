/**
 * Text as it is compared and searched: no tone marks, đ as d, lower case, single spaces.
 * "Đăng ký  Khai sinh" → "dang ky khai sinh".
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
