namespace Latent.Runtime;

/// <summary>Runs an operation on a batch of rows and writes the results, as the span overloads do.</summary>
internal delegate void BatchRun(ReadOnlySpan<float> rows, Span<float> results);

/// <summary>Creates a caller's result from its output values.</summary>
internal delegate T BatchResult<out T>(ReadOnlySpan<float> values);
