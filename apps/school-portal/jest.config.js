import base from '@junheng/jest-config/react';

export default { ...base, testMatch: [...base.testMatch, '<rootDir>/test/**/*.test.tsx'] };
