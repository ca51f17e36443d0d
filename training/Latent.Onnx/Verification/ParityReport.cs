using System.Globalization;

namespace Latent.Onnx;

/// <summary>The differences between ONNX Runtime and TorchSharp on a graph.</summary>
public sealed class ParityReport
{
    internal ParityReport(string reproduction) => Reproduction = reproduction;

    /// <summary>The largest difference allowed, on unit scale.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Every output on every sample.</summary>
    public required IReadOnlyList<OutputParity> Outputs { get; init; }

    /// <summary>The first node that differs; null where all agree, or where it could not be found.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>Whether every output is within the tolerance, with the type and the shape that TorchSharp gives.</summary>
    public bool Agrees => Outputs.All(IsWithin);

    /// <summary>The largest difference of all, on unit scale.</summary>
    public double MaxDifference => Outputs.Max(output => output.Difference);

    /// <summary>A summary in a sentence or two.</summary>
    public string Summary => Agrees
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"ONNX Runtime agrees with TorchSharp: the largest difference is {MaxDifference:0.###e+00}, " +
            $"at most {Tolerance:0.###e+00} is allowed.")
        : $"{Failure(Outputs.First(output => !IsWithin(output)))}{(Divergence is null ? "" : $" {Divergence}")}";

    internal string Reproduction { get; }

    /// <summary>One line per output and sample, and the first node that differs.</summary>
    public override string ToString() => string.Join("\n", [.. Outputs.Select(output => $"  {output}"), Summary]);

    /// <summary>The comparison and what reproduces it, as a Markdown document.</summary>
    public string ToMarkdown() => ParityMarkdown.Format(this);

    /// <summary>Writes <see cref="ToMarkdown"/> to a file.</summary>
    /// <param name="path">The file to write; an existing one is replaced.</param>
    /// <exception cref="ExportException">The path cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ToMarkdown())));

    internal bool IsWithin(OutputParity output) => output.Difference <= Tolerance;

    private string Failure(OutputParity output) => output.Mismatch is { } mismatch
        ? $"Output '{output.Output}' is another tensor in ONNX Runtime than in TorchSharp at {output.Sample}: {mismatch}."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Output '{output.Output}' differs by {output.Difference:G3} between TorchSharp and ONNX Runtime at {output.Sample}. " +
            $"Expected at most {Tolerance:G3}.");
}
