using System.Text;
using Latent.Shared;
using Latent.Tests;

namespace Latent.Cli.Tests;

/// <summary>A recommender of a few films, trained once for all tests by the command itself.</summary>
public sealed class TrainedRecommender : IDisposable
{
    private const int Users = 200;
    private const int Films = 24;
    private const int Kinds = 3;

    /// <summary>The recipe overrides that reduce training to about a second.</summary>
    internal static readonly string[] TinyChanges
        = ["--set", "options.latent=8", "--set", "fit.epochs=15", "--set", "fit.batch_size=20", "--set", "fit.learning_rate=0.02"];

    private readonly TemporaryFolder folder = new();

    public TrainedRecommender()
    {
        Ratings = folder["ratings.csv"];
        System.IO.File.WriteAllText(Ratings, MakeRatings());
        Training = CommandResult.Run(["train", "movies-multvae", "--data", Ratings, "--out", folder.Path, "--json", .. TinyChanges]);
    }

    internal CommandResult Training { get; }

    internal string Ratings { get; }

    internal string Bundle => folder["movies-multvae"];

    public void Dispose() => folder.Dispose();

    internal string File(string name) => folder[name];

    internal string Write(string ratings)
    {
        var path = folder[$"{Guid.NewGuid():N}.csv"];
        System.IO.File.WriteAllText(path, ratings);
        return path;
    }

    // Every user likes the films of one kind.
    private static string MakeRatings()
    {
        var random = new SplitMix64(5);
        var text = new StringBuilder("user,item,rating,title\n");
        for (var user = 0; user < Users; user++)
        {
            var kind = random.Below(Kinds);
            foreach (var position in SeededShuffle.Permutation(Films / Kinds, seed: (ulong)user).Take(6))
            {
                var film = (position * Kinds) + kind;
                text.Append(null, $"{user},{film},{1 + random.Below(5)},Film {film}\n");
            }
        }

        return text.ToString();
    }
}
