export { launchChromium } from './launch-chromium';
export { signIn } from './sign-in';
