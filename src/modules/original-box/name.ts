export const ORIGINAL_BOX_MODULE = "original_box"
