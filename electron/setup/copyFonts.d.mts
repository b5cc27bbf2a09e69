export declare function copyFonts(root: string): Promise<readonly string[]>
