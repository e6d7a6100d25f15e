// The kit with Ant Design. Pages that must paint early import `@junheng/ui/plain` instead, which has none of it.
export { AppFrame, type AppFrameProps, type FrameMenuItem } from './rich/app-frame.tsx';
export { AppProviders } from './rich/app-providers.tsx';
export { DataTable, type DataTableProps } from './rich/data-table.tsx';
export { theme } from './rich/theme.ts';
export { useFeedback, type Feedback } from './rich/use-feedback.ts';
export { ConfirmButton, type ConfirmButtonProps } from './plain/confirm-button.tsx';
export { EmptyState, type EmptyStateProps } from './plain/empty-state.tsx';
export { ErrorState, type ErrorStateProps } from './plain/error-state.tsx';
export { LanguageSwitch } from './plain/language-switch.tsx';
export { LoadingState } from './plain/loading-state.tsx';
export { NewPasswordPage, type NewPasswordPageProps, type NewPasswordProblem } from './plain/new-password-page.tsx';
export { Notice, type NoticeProps, type Tone } from './plain/notice.tsx';
export { OfflineBanner } from './plain/offline-banner.tsx';
export { PageHeader, type PageHeaderProps } from './plain/page-header.tsx';
export { ProgressBar } from './plain/progress-bar.tsx';
export { SignInForm, type Credentials, type SignInProblem } from './plain/sign-in-form.tsx';
export { SignInPage, type SignInPageProps } from './plain/sign-in-page.tsx';
export { StatusTag } from './plain/status-tag.tsx';
export { TooManyState } from './plain/too-many-state.tsx';
export { useOnline } from './plain/use-online.ts';
export {
  addTexts,
  createI18n,
  isLanguage,
  LANGUAGES,
  type Language,
  type LanguageResources,
  type TextTree,
} from './language/create-i18n.ts';
export { useLanguage } from './language/use-language.ts';
