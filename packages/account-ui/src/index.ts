export { AccountPage, type AccountPageProps } from './account-page.tsx';
export { accountTexts } from './texts.ts';
