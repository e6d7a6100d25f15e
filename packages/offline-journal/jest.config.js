import base from '@junheng/jest-config/react';

export default base;
