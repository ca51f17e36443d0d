namespace Latent.Data;

/// <summary>Head scans, as gray images of their slices.</summary>
internal static class VolumeEntries
{
    private const string MriFile = "ch2better.nii";
    private const string CtFile = "Cranium.inv3";

    // The slice spacing is 0.5 mm, half of the spacing at which they were scanned.
    private const int MriStep = 2;
    private const int MriGap = 8;

    // The slice spacing is 1.5 mm.
    private const int CtGap = 3;

    private static readonly GrayWindow MriWindow = new(0, 130);
    private static readonly GrayWindow BoneWindow = new(-1000, 2000);

    /// <summary>A brain template: the average of 27 scans of one person, hence smoother than a single scan.</summary>
    public static DataEntry Mri { get; } = new((folder, reference) => VolumeSlabs.Divide(
        "mri", NiftiFile.Read(Path.Combine(folder, MriFile)), WindowOf(reference, MriWindow), MriStep, MriGap))
    {
        Name = "mri",
        Title = "Brain MRI, the mean of 27 scans of one person: 97 + 10 + 19 slices of 370 x 301, split by region",
        License = "BSD-3-Clause, Chris Rorden (MRIcron)",
        Files = [new(MriFile, 35193272, "c4ba3b0ad3f0e6804bfc4adb7b5402baf75a23536cc86b0356e5114af44c9c65")],
        Sources = [new MirrorSource(), new DebianSource("mricron-data", "usr/share/mricron/templates")],
        Settings = ["window"],
    };

    /// <summary>Hounsfield units, from air at -1000 to dense bone at 2000.</summary>
    public static DataEntry HeadCt { get; } = new((folder, reference) => VolumeSlabs.Divide(
        "head-ct", InvesaliusFile.Read(Path.Combine(folder, CtFile)), WindowOf(reference, BoneWindow), every: 1, CtGap))
    {
        Name = "head-ct",
        Title = "Head CT, -1000 to 2000 Hounsfield units: 76 + 7 + 13 slices of 256 x 256, split by region",
        License = "GPL-2, Centro de Tecnologia da Informacao Renato Archer (InVesalius)",
        Files = [new(CtFile, 18719455, "3b34f11f7c4f557f4c65cd6543c412a2f6ceb0cfecfd9c41184420e02d9b7e2a")],
        Sources = [new MirrorSource(), new DebianSource("invesalius-examples", "usr/share/doc/invesalius-examples/examples")],
        Settings = ["window"],
    };

    private static GrayWindow WindowOf(DataReference reference, GrayWindow standard)
    {
        if (!reference.Settings.TryGetValue("window", out var text)) return standard;
        return GrayWindow.TryParse(text)
            ?? throw ReferenceSettings.Unreadable(reference, "window", text, "two numbers, the lower one first, such as -1000..2000");
    }
}
