import base from '@junheng/jest-config/node';

export default { ...base, setupFiles: ['@junheng/jest-config/same-draws'] };
