import { mount } from 'svelte';
import './theme/colours.css';
import './theme/page.css';
import App from './App.svelte';
import { address } from './state/address.svelte';
import { shown } from './state/record.svelte';
import { theme } from './theme/theme.svelte';

theme.start();
address.watch();
shown.start();
mount(App, { target: document.getElementById('page')! });
