/**
 * Lower case without Vietnamese marks, letter for letter: index n of the answer is index n of the (NFC) input, so that
 * a label found here can be cut out of the original. OCR loses marks more often than letters (domain.md §11.2).
 */
export function bareText(text: string): string {
  let bare = '';
  for (let at = 0; at < text.length; at += 1) bare += bareLetter(text.charAt(at));
  return bare;
}

function bareLetter(letter: string): string {
  if (letter === 'đ' || letter === 'Đ' || letter === 'Ð' || letter === 'ð') return 'd';
  const plain = letter.normalize('NFD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : letter;
}
