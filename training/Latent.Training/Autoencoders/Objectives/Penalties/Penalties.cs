namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The penalties of an objective.</summary>
internal static class Penalties
{
    /// <summary>Creates the penalties.</summary>
    /// <param name="settings">The settings of the objective; each penalty must fit the model that it is computed for.</param>
    /// <param name="reconstruction">The reconstruction loss.</param>
    public static IReadOnlyList<IPenalty> Create(ObjectiveSettings settings, ReconstructionLoss reconstruction)
    {
        var penalties = new List<IPenalty>();
        if (settings.Sparsity is { } sparsity)
            penalties.Add(SparsityOf(sparsity));
        if (settings.Contraction > 0)
            penalties.Add(new Contraction(settings.Contraction));
        if (settings.Auxiliary is { } auxiliary)
            penalties.Add(new AuxiliaryLoss(reconstruction, auxiliary));
        return penalties;
    }

    private static IPenalty SparsityOf(SparsitySettings settings) => settings.Kind switch
    {
        SparsityKind.L1 => new L1Sparsity(settings.Weight),
        SparsityKind.L0 => new L0Sparsity(settings.Target, settings.Weight),
        _ => new KlSparsity(settings.Target, settings.Weight),
    };
}
