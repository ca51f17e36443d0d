namespace Latent.Runtime;

/// <summary>Runs a verb over a batch of rows into results, as the span verbs do.</summary>
internal delegate void BatchRun(ReadOnlySpan<float> rows, Span<float> results);

/// <summary>One caller's result, from the values that are its own.</summary>
internal delegate T BatchResult<out T>(ReadOnlySpan<float> values);
