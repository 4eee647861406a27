/** The part of d3-geo-voronoi that the map uses; the package brings no types of its own. */
declare module 'd3-geo-voronoi' {
  type Position = [longitude: number, latitude: number]
  interface Cell {
    readonly geometry: { readonly coordinates: readonly (readonly Position[])[] } | null
  }
  /** Voronoi on the sphere; the cells come in the order of the points. */
  export function geoVoronoi(points: readonly Position[]): {
    polygons(): { readonly features: readonly Cell[] }
  }
}
