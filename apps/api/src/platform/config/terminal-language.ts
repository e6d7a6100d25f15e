/** The language of a terminal by the usual variables: Chinese unless they ask for English. */
export function terminalLanguage(): 'zh-CN' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^en(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'zh-CN';
}
