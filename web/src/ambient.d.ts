declare module 'virtual:basemap' {
  const address: string;
  export default address;
}

declare module 'virtual:licences' {
  const address: string;
  export default address;
}

// The build of MapLibre that needs no script made of text, so that the server's policy can forbid that.
declare module 'maplibre-gl/dist/maplibre-gl-csp.js' {
  import * as maplibre from 'maplibre-gl';
  export default maplibre;
}
