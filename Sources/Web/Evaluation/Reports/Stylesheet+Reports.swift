internal import Evaluation

extension Stylesheet {
    /// What the pages of reports need beside the look of the training's.
    static let reports =
        """
        .plot{display:block;width:100%;min-width:40rem;max-width:46rem;height:auto}
        .plot text{dominant-baseline:central;font-family:inherit}
        .plot .fill-none{fill:none}
        .drawing{margin:1.25rem 0 .25rem;break-inside:avoid}
        .drawing figcaption{font-weight:600;margin:0 0 .4rem;text-align:left;color:var(--ink)}
        .gap strong{color:var(--warn)}
        .written p{margin:.5rem 0}
        .report .facts dd,.report .calm{overflow-wrap:anywhere}
        .report .form textarea{min-height:10rem;max-width:46rem}
        """
        + Chart.Paint.allCases.map { paint in
            ".plot .fill-\(paint.rawValue){fill:var(--\(paint.rawValue))}"
                + ".plot .stroke-\(paint.rawValue){stroke:var(--\(paint.rawValue))}"
        }.joined()
}
