using System.Text;
using Latent.Files;

namespace Latent.Data;

/// <summary>MovieTweetings: film ratings from 0 to 10 collected from tweets, the snapshot of 100,000.</summary>
internal static class MovieTweetings
{
    private const string RatingsName = "ratings.dat";
    private const string MoviesName = "movies.dat";
    private const string Separator = "::";

    public static DataEntry Entry { get; } = new((folder, _, options) => Read(folder, options))
    {
        Name = "movietweetings",
        Title = "Film ratings from 1 to 10 collected from tweets: 100,000 ratings of 10,506 films by 16,554 users",
        License = "MIT, S. Dooms",
        Files =
        [
            new(RatingsName, 2945101, "c0dd868c2632d10002ebc928ddc5345f33adeaa59eca52c2941c26a2c5e36fd6"),
            new(MoviesName, 542192, "e63fb84bc734e3c574f135634a40d3cbafab22b8f94f5fc0b80f80d1d2076efc"),
        ],
        Sources =
        [
            new MirrorSource(),
            new UrlSource("https://raw.githubusercontent.com/sidooms/MovieTweetings/master/snapshots/100K/", Suffix: ""),
        ],
    };

    private static PublishedData Read(string folder, DataOptions options)
    {
        var table = new RatingTable(Path.Combine(folder, RatingsName));
        ForEachLine(table.Name, 3, (fields, where) => table.Add(fields[0], fields[1], fields[2], where));
        ForEachLine(Path.Combine(folder, MoviesName), 2, (fields, _) => table.SetTitle(fields[0], fields[1]));
        table.RejectDuplicates();
        return new(RatingRows.Make(table, Entry.Name, options.Ratings ?? new(), options.Items), null);
    }

    private static void ForEachLine(string path, int minFields, Action<string[], Func<string>> visit)
    {
        using var reader = new StreamReader(PlainFile.Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var (fields, position) = (line.Split(Separator), number);
            if (fields.Length < minFields)
            {
                throw new DataException(
                    "The line cannot be parsed.",
                    $"{path}, line {position}",
                    $"at least {minFields} fields separated by {Separator}",
                    $"\"{line}\"");
            }

            visit(fields, () => $"{path}, line {position}");
        }
    }
}
