export type Choice = 'system' | 'light' | 'dark';

const KEY = 'theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function remembered(): Choice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Light or dark: what the system says until the reader says otherwise. */
class Theme {
  choice = $state<Choice>(remembered());
  #system = $state(system.matches);
  readonly now: 'light' | 'dark' = $derived(this.choice === 'system' ? (this.#system ? 'dark' : 'light') : this.choice);

  start(): void {
    this.#apply();
    system.addEventListener('change', () => {
      this.#system = system.matches;
      this.#apply();
    });
  }

  choose(choice: Choice): void {
    this.choice = choice;
    this.#apply();
    try {
      if (choice === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, choice);
    } catch {
      // A browser that keeps nothing still shows what was chosen.
    }
  }

  #apply(): void {
    document.documentElement.dataset.theme = this.now;
  }
}

export const theme = new Theme();
