import { words } from '../api/words';
import { Asked } from '../state/asked.svelte';

const asked = new Asked<Map<string, string>>();

/** A country's name as the server has it; its code until that has come, or where it has none. Ask with `nameCountries` first. */
export const countryName = (code: string): string => asked.value?.get(code) ?? code;

export function nameCountries(round: number): void {
  asked.ask(String(round), async (signal) => {
    const countries = await words('country', '', signal, 300);
    return new Map(countries.map(({ value, label }) => [value, label ?? value]));
  });
}
