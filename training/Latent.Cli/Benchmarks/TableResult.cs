namespace Latent.Cli;

/// <summary>How a detector did on a table, over seeds.</summary>
/// <param name="Auroc">The area under the receiver operating characteristic.</param>
/// <param name="Auprc">The area under the curve of precision over recall.</param>
/// <param name="Seconds">Learning and scoring, a mean over seeds.</param>
internal sealed record TableResult(Spread Auroc, Spread Auprc, double Seconds);
