// Few open a periodic report every day: its figures come when one is opened.
export const figures = () => import("./Figures.svelte");
