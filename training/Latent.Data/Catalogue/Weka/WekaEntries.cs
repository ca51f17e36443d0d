namespace Latent.Data;

/// <summary>Tables that ship with Weka (University of Waikato), in ARFF format.</summary>
internal static class WekaEntries
{
    private const string IonosphereFile = "ionosphere.arff";

    public static DataSource Package { get; } = new DebianSource("weka", "usr/share/doc/weka/examples");

    public static DataSource Repository { get; }
        = new UrlSource("https://raw.githubusercontent.com/bnjmn/weka/master/wekadocs/data/", Suffix: "");

    /// <summary>Sigillito et al., "Classification of radar returns from the ionosphere using neural networks", 1989.</summary>
    public static DataEntry Ionosphere { get; }
        = new((folder, _) => new(ArffTable.Read(Path.Combine(folder, IonosphereFile), "ionosphere"), null))
        {
            Name = "ionosphere",
            Title = "Radar returns: 351 rows of 34 features, 225 good (g) and 126 bad (b)",
            License = "GPL-2+, Weka (University of Waikato); data by Johns Hopkins University",
            Files = [new(IonosphereFile, 80487, "bb8cf3bb9a1bf2aa6434b71ec2e1b2c254c90e0c0cbd7c87f62bf047a0798b43")],
            Sources = [new MirrorSource(), Package, Repository],
        };
}
