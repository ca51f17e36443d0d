namespace Latent.DetectService;

/// <summary>The rows to check for anomalies.</summary>
/// <param name="Rows">One list of raw values per row.</param>
public sealed record RowsRequest(float[][] Rows);
