import base from '@junheng/jest-config/node';

export default base;
