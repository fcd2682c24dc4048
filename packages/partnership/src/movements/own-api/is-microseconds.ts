/** Whether a key begins with microseconds since 1970. */
export const isMicroseconds = ([text]: string[]) => /^\d{1,18}$/.test(text!);
