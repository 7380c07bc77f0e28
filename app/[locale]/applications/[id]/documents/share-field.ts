/** The name of the boxes that say who gets a file: there are many such forms on one page. */
export const shareField = (documentId: string) => `share-${documentId}`;
