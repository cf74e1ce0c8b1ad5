/**
 * Returns the form in which texts are compared when somebody searches. Width, case, composition, kinds of brackets,
 * quotation marks and dashes make no difference, and neither do blanks and what can't be seen. Both the text that is
 * kept and the text that is looked for are brought into it.
 */
export const searchForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Open_Punctuation}/gu, '(')
    .replace(/\p{Close_Punctuation}/gu, ')')
    .replace(/[\p{Initial_Punctuation}\p{Final_Punctuation}']/gu, '"')
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-');
