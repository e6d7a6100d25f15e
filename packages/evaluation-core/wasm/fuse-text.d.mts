export const fuseText: string;
