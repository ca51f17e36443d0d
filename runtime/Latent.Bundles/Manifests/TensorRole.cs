namespace Latent.Bundles;

/// <summary>The tensor roles that the runtime knows. A graph may have others.</summary>
public static class TensorRole
{
    /// <summary>Raw input rows: <c>[batch, ...input.shape]</c>.</summary>
    public const string Input = "input";

    /// <summary>Latent code of a deterministic encoder, and the input of a decoder: <c>[batch, latent]</c>.</summary>
    public const string Code = "code";

    /// <summary>Mean of the posterior of a variational encoder: <c>[batch, latent]</c>.</summary>
    public const string Mean = "mean";

    /// <summary>Logarithm of the posterior's variance: <c>[batch, latent]</c>.</summary>
    public const string LogVariance = "log_variance";

    /// <summary>Rows as the decoder reconstructs them: <c>[batch, ...input.shape]</c>.</summary>
    public const string Reconstruction = "reconstruction";

    /// <summary>One anomaly score per row: <c>[batch]</c>.</summary>
    public const string Score = "score";

    /// <summary>One reconstruction error per feature: <c>[batch, ...input.shape]</c>.</summary>
    public const string Errors = "errors";

    /// <summary>The index of the token before a decoder step: <c>[batch]</c>.</summary>
    public const string Token = "token";

    /// <summary>
    /// A state that a decoder passes from step to step, zeros before the first: <c>[batch, layers, size]</c>. Output states
    /// correspond to input states, in order.
    /// </summary>
    public const string State = "state";

    /// <summary>Log-probabilities of all tokens: <c>[batch, vocabulary]</c>.</summary>
    public const string LogProbabilities = "log_probabilities";
}
