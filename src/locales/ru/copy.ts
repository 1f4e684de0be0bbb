/** Words of everything that copies to the clipboard. */
export const copy = {
  /** The name of the button, where its place has no better one. */
  label: (what: string) => `Скопировать ${what}`,
  copied: 'Скопировано',
  copiedWhat: (what: string) => `Скопировано: ${what}`,
  refused: 'Не скопировано',
  refusedWhy: 'Не скопировано: браузер не дал доступ к буферу обмена',
};
