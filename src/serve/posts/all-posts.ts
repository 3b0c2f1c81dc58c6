/** All requests that bring something. */
import { INGEST_POSTS } from "./ingest-posts.js";
import type { PostRoute } from "./post-route.js";
import { READ_POSTS } from "./read-posts.js";

export const POSTS: readonly PostRoute[] = [...READ_POSTS, ...INGEST_POSTS];
