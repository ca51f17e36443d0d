using Latent.Files;

namespace Latent.Data;

/// <summary>
/// NSL-KDD (Tavallaee et al. 2009): network connections with 41 features, three of them categorical, labelled <c>normal</c> or
/// with the name of an attack. 17 attacks of the test set do not occur in the training set.
/// </summary>
internal static class NslKddEntry
{
    private const string TrainFile = "KDDTrain+.txt";
    private const string TestFile = "KDDTest+.txt";

    // File columns, from 1: the features, then the label, then the number of 21 learners that classified the row correctly.
    private static readonly TableLayout Layout = new() { CategoricalColumns = ["2", "3", "4"], Label = "42", Without = ["43"] };

    private static readonly string[] Features =
    [
        "duration", "protocol_type", "service", "flag", "src_bytes", "dst_bytes", "land", "wrong_fragment", "urgent", "hot",
        "num_failed_logins", "logged_in", "num_compromised", "root_shell", "su_attempted", "num_root", "num_file_creations",
        "num_shells", "num_access_files", "num_outbound_cmds", "is_host_login", "is_guest_login", "count", "srv_count",
        "serror_rate", "srv_serror_rate", "rerror_rate", "srv_rerror_rate", "same_srv_rate", "diff_srv_rate",
        "srv_diff_host_rate", "dst_host_count", "dst_host_srv_count", "dst_host_same_srv_rate", "dst_host_diff_srv_rate",
        "dst_host_same_src_port_rate", "dst_host_srv_diff_host_rate", "dst_host_serror_rate", "dst_host_srv_serror_rate",
        "dst_host_rerror_rate", "dst_host_srv_rerror_rate",
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Attacks = new()
    {
        ["dos"] = ["apache2", "back", "land", "mailbomb", "neptune", "pod", "processtable", "smurf", "teardrop", "udpstorm"],
        ["probe"] = ["ipsweep", "mscan", "nmap", "portsweep", "saint", "satan"],
        ["r2l"] =
        [
            "ftp_write", "guess_passwd", "imap", "multihop", "named", "phf", "sendmail", "snmpgetattack", "snmpguess", "spy",
            "warezclient", "warezmaster", "worm", "xlock", "xsnoop",
        ],
        ["u2r"] = ["buffer_overflow", "httptunnel", "loadmodule", "perl", "ps", "rootkit", "sqlattack", "xterm"],
    };

    public static DataEntry Entry { get; } = new((folder, _) => Read(folder))
    {
        Name = "nsl-kdd",
        Title = "Network connections: 125,973 + 22,544 rows of 41 features, normal or one of 39 attacks",
        License = "none stated; University of New Brunswick, for research",
        Files =
        [
            new(TrainFile, 19109424, "1b86d2f957b33082081bba410fe129b475efebcc13c9014c3f447c8271aadf95"),
            new(TestFile, 3441513, "fa46b0935342616aa83b7c2578db355b6a7aaabbc492248172c7a1e8b7ab8f84"),
        ],
        Sources = [new MirrorSource(), new UrlSource("https://raw.githubusercontent.com/defcom17/NSL_KDD/master/", Suffix: "")],
    };

    private static PublishedData Read(string folder)
    {
        var train = TableFile.Read(Path.Combine(folder, TrainFile), Layout);
        var test = TableFile.Read(Path.Combine(folder, TestFile), Layout);
        string[] names = [.. train.LabelNames!.Union(test.LabelNames!).Order(StringComparer.Ordinal)];
        var groups = new Dictionary<string, IReadOnlyList<string>>(Attacks) { ["new"] = [.. test.LabelNames!.Except(train.LabelNames!)] };
        return new(RowsOf(train, names, groups), RowsOf(test, names, groups).In(train.CategoricalColumns!));
    }

    private static Dataset RowsOf(TableFile table, string[] names, Dictionary<string, IReadOnlyList<string>> groups)
    {
        int[] positions = [.. table.LabelNames!.Select(name => Array.IndexOf(names, name))];
        int[] labels = [.. table.Labels!.Select(label => positions[label])];
        var schema = new TableSchema(table.FeatureCount, Features, table.CategoricalColumns);
        return new Dataset("nsl-kdd", schema, table.Values, labels, names) { LabelGroups = groups };
    }
}
