const form = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "a, b and c" */
export const listed = (items: readonly string[]): string => form.format(items);

/** First letter large, the rest as it is. */
export const begun = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
