import { Shelf } from '../state/shelf.svelte';

/** Outlives the page: whoever comes back from an event finds the list as it was. */
export const recent = new Shelf();
