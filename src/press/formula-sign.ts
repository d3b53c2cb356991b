/** Stands before a formula’s description between the page and the PDF: Chromium knows no formulas, only pictures. */
export const formulaSign = '\u2063\u2061'
