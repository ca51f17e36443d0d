namespace Latent.Onnx;

/// <summary>ONNX Runtime computes something else than TorchSharp; nothing was written.</summary>
public sealed class DivergenceException : ExportException
{
    internal DivergenceException(ParityReport report)
        : base($"{report.Summary} Nothing was written. If the model is right and its outputs are merely ill-conditioned, raise Parity.Tolerance.") => Report = report;

    /// <summary>The comparison: differences by output, and the first node that computes something else.</summary>
    public ParityReport Report { get; }
}
