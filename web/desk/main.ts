import { mount } from "svelte";
import App from "./App.svelte";
import { begin } from "./desk.svelte";
import "./style.css";
import { language } from "./words/words.svelte";

document.documentElement.lang = language.code;
document.getElementById("app")!.replaceChildren();
mount(App, { target: document.getElementById("app")! });
void begin();
