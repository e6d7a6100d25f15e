export { AccountPage, type AccountPageProps } from './account-page.tsx';
export { CompulsoryFactorPage, type CompulsoryFactorPageProps } from './compulsory-factor-page.tsx';
export { accountTexts } from './texts.ts';
