namespace Latent.Cli;

/// <summary>The result of a detector on a table, over seeds.</summary>
/// <param name="Auroc">The area under the receiver operating characteristic curve.</param>
/// <param name="Auprc">The area under the precision-recall curve.</param>
/// <param name="Seconds">The time of training and scoring, averaged over seeds.</param>
internal sealed record TableResult(Spread Auroc, Spread Auprc, double Seconds);
