import type { ThemeConfig } from 'antd';

// The same palette as plain.css; Ant Design derives shades from colours, so it cannot take the CSS variables.
export const theme: ThemeConfig = {
  cssVar: {},
  token: {
    colorPrimary: '#0f5c5c',
    colorInfo: '#2d5d8a',
    colorSuccess: '#2c6e49',
    colorWarning: '#8a5a00',
    colorError: '#a8321f',
    colorTextBase: '#1c2b2d',
    colorBgLayout: '#faf8f4',
    colorBorder: '#c9c2b3',
    colorBorderSecondary: '#e4dfd4',
    colorLink: '#0f5c5c',
    borderRadius: 6,
    fontSize: 15,
    controlHeight: 36,
    fontFamily: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  },
  components: {
    Table: { headerBg: '#f3f0e9', headerColor: '#1c2b2d', rowHoverBg: '#f3f0e9' },
    Layout: { headerBg: '#0a4343', headerColor: '#eaf3f1', siderBg: '#ffffff', bodyBg: '#faf8f4' },
    Card: { headerFontSize: 16 },
  },
};
