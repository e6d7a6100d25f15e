import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout, Menu } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../plain/language-switch.tsx';
import { OfflineBanner } from '../plain/offline-banner.tsx';

export interface FrameMenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly children?: ReadonlyArray<{ readonly key: string; readonly label: ReactNode }>;
}

export interface AppFrameProps {
  readonly product: ReactNode;
  /** What one is looking at, e.g. the name of the unit; beside the product. */
  readonly context?: ReactNode;
  readonly menu: readonly FrameMenuItem[];
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
  /** Who is signed in and what they can do about it. */
  readonly account: ReactNode;
  readonly children: ReactNode;
}

/** Header, side menu (a drawer below 992 px), content with a skip link. */
export function AppFrame({ product, context, menu, selectedKey, onSelect, account, children }: AppFrameProps) {
  const { t } = useTranslation('ui');
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const navigation = (
    <nav aria-label={t('frame.menu')}>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, paddingBlock: 8 }}
        selectedKeys={selectedKey === null ? [] : [selectedKey]}
        items={menu.map((item) => ({
          key: item.key,
          label: item.label,
          icon: item.icon,
          ...(item.children === undefined ? {} : { children: item.children.map((child) => ({ ...child })) }),
        }))}
        onClick={({ key }) => {
          setOpen(false);
          onSelect(key);
        }}
      />
    </nav>
  );
  return (
    <Layout style={{ minBlockSize: '100dvh' }}>
      <a className="jh-skip" href="#content">
        {t('skipToContent')}
      </a>
      <Layout.Header className="jh-frame__header">
        {wide ? null : (
          <Button
            type="text"
            aria-label={t('frame.menu')}
            icon={<MenuOutlined style={{ color: '#eaf3f1' }} />}
            onClick={() => setOpen(true)}
          />
        )}
        <span className="jh-frame__product">{product}</span>
        <span className="jh-frame__context">{context}</span>
        <span className="jh-frame__side">
          <LanguageSwitch />
          {account}
        </span>
      </Layout.Header>
      <OfflineBanner />
      <Layout hasSider={wide}>
        {wide ? (
          <Layout.Sider width={224} className="jh-frame__sider">
            {navigation}
          </Layout.Sider>
        ) : (
          <Drawer placement="left" size={264} open={open} onClose={() => setOpen(false)} title={product}>
            {navigation}
          </Drawer>
        )}
        <Layout.Content id="content" tabIndex={-1} className="jh-frame__content">
          {children}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
