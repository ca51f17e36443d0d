namespace Latent.Fitting;

/// <summary>Where a <see cref="LossMeter"/> stands: sums over the rows of an epoch so far.</summary>
/// <param name="Loss">Sum of the loss.</param>
/// <param name="Rows">Rows seen.</param>
/// <param name="Terms">Sums of the parts by name, in the order of the objective.</param>
internal sealed record LossSums(double Loss, long Rows, IReadOnlyList<KeyValuePair<string, double>> Terms)
{
    /// <summary>No rows yet.</summary>
    public static LossSums None { get; } = new(0, 0, []);
}
