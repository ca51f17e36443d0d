namespace Latent.Fitting;

/// <summary>The state of a <see cref="LossMeter"/>: sums over the rows of an epoch so far.</summary>
/// <param name="Loss">The sum of the loss.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Terms">The sums of the loss terms by name, in the order of the objective.</param>
internal sealed record LossSums(double Loss, long Rows, IReadOnlyList<KeyValuePair<string, double>> Terms)
{
    /// <summary>No rows yet.</summary>
    public static LossSums None { get; } = new(0, 0, []);
}
