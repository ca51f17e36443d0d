namespace Latent.Bundles;

/// <summary>The vocabulary of tensor roles that the runtime knows. A graph may have others.</summary>
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

    /// <summary>Rows as the decoder redraws them: <c>[batch, ...input.shape]</c>.</summary>
    public const string Reconstruction = "reconstruction";

    /// <summary>One anomaly score a row: <c>[batch]</c>.</summary>
    public const string Score = "score";

    /// <summary>One reconstruction error a feature: <c>[batch, ...input.shape]</c>.</summary>
    public const string Errors = "errors";

    /// <summary>The token before a step of a decoder, as its number: <c>[batch]</c>.</summary>
    public const string Token = "token";

    /// <summary>
    /// A state that a decoder hands from step to step, zeros before the first: <c>[batch, layers, size]</c>. The states that
    /// come out belong to those that go in, in their order.
    /// </summary>
    public const string State = "state";

    /// <summary>Logarithms of the probabilities of every token: <c>[batch, vocabulary]</c>.</summary>
    public const string LogProbabilities = "log_probabilities";
}
