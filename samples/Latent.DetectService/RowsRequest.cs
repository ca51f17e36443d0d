namespace Latent.DetectService;

/// <summary>Rows to judge.</summary>
/// <param name="Rows">One list of raw values a row.</param>
public sealed record RowsRequest(float[][] Rows);
