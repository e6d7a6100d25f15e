export { Button, type ButtonProps } from './button.tsx';
export { classNames } from './class-names.ts';
export { ConfirmButton, type ConfirmButtonProps } from './confirm-button.tsx';
export { AccountIcon } from './account-icon.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { EmptyState, type EmptyStateProps } from './empty-state.tsx';
export { EntrancePage, type EntranceBrand } from './entrance-page.tsx';
export { ErrorState, type ErrorStateProps } from './error-state.tsx';
export { Field, type FieldProps } from './field.tsx';
export { FileDrop, type FileChoice, type FileDropProps } from './file-drop.tsx';
export { LanguageSwitch } from './language-switch.tsx';
export { LoadingState } from './loading-state.tsx';
export { NewPasswordPage, NEW_PASSWORD_PROBLEMS } from './new-password-page.tsx';
export type { NewPasswordPageProps, NewPasswordProblem } from './new-password-page.tsx';
export { Notice, type NoticeProps, type Tone } from './notice.tsx';
export { OfflineBanner } from './offline-banner.tsx';
export { PageHeader, type PageHeaderProps } from './page-header.tsx';
export { PasswordField, type PasswordFieldProps } from './password-field.tsx';
export { ProgressBar } from './progress-bar.tsx';
export { SearchField, type SearchFieldProps } from './search-field.tsx';
export { SelectField, type SelectFieldProps, type SelectOption } from './select-field.tsx';
export { SignInForm, type Credentials, type SignInFormProps, type SignInProblem } from './sign-in-form.tsx';
export { SignInPage, type SignInPageProps } from './sign-in-page.tsx';
export { Spinner } from './spinner.tsx';
export { StatusTag } from './status-tag.tsx';
export { TextAreaField, type TextAreaFieldProps } from './text-area-field.tsx';
export { TextField, type TextFieldProps } from './text-field.tsx';
export { TooManyState } from './too-many-state.tsx';
export { useCountdown } from './use-countdown.ts';
export { useOnline } from './use-online.ts';
export {
  addTexts,
  createI18n,
  isLanguage,
  LANGUAGES,
  storedLanguage,
  type Language,
  type LanguageResources,
  type TextTree,
} from '../language/create-i18n.ts';
export { useAccountLanguage } from '../language/use-account-language.ts';
export { useLanguage } from '../language/use-language.ts';
export { useTexts, type Texts } from '../language/use-texts.ts';
