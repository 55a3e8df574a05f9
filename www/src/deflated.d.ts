declare module '*?deflated' {
  const base64: string;
  export default base64;
}
