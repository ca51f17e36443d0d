namespace Latent.Cli.Tests.Commands;

public sealed class RecommendCommandTests : IClassFixture<TrainedRecommender>
{
    private readonly TrainedRecommender trained;

    public RecommendCommandTests(TrainedRecommender trained) => this.trained = trained;

    [Fact]
    public void Train_OfARatingsFile_MeasuresTheRanking()
    {
        Assert.Equal((0, ""), (trained.Training.Code, trained.Training.Error));
        var metrics = trained.Training.Json.GetProperty("models")[0].GetProperty("metrics");
        Assert.InRange(metrics.GetProperty("ndcg@100").GetDouble(), 0.3, 1);
        Assert.InRange(metrics.GetProperty("recall@20").GetDouble(), 0.5, 1);
    }

    [Fact]
    public void Evaluate_OnTheFileItWasTrainedOn_MeasuresTheHeldOutUsers()
    {
        var result = CommandResult.Run("evaluate", trained.Bundle, "--data", trained.Ratings, "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        var expected = trained.Training.Json.GetProperty("models")[0].GetProperty("metrics").GetProperty("ndcg@100").GetDouble();
        Assert.Equal(expected, result.Json.GetProperty("metrics").GetProperty("ndcg@100").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("item,value\n0,5\n4,3\n")]
    [InlineData("\uFEFFtitle,value\r\nFilm 0,5\r\nfilm 4,3\r\n")]
    [InlineData("0\n4\n")]
    public void Recommend_FromIdsOrTitles_PrintsTitlesThatAreNotRated(string ratings)
    {
        var result = CommandResult.Run("recommend", trained.Bundle, "--ratings", trained.Write(ratings), "--top", "3");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(3, result.Output.Split('\n').Count(line => line.Contains("Film ", StringComparison.Ordinal)));
        Assert.DoesNotContain("Film 0 ", result.Output);
        Assert.DoesNotContain("Film 4 ", result.Output);
    }

    [Fact]
    public void Recommend_WithOut_WritesATableToo()
    {
        var path = trained.File("best.csv");

        var result = CommandResult.Run(
            "recommend",
            trained.Bundle,
            "--ratings",
            trained.Write("0,5\n"),
            "--top",
            "2",
            "--out",
            path,
            "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        var lines = File.ReadAllLines(path);
        Assert.Equal(("place,item,title,score", 3), (lines[0], lines.Length));
        Assert.StartsWith($"1,{result.Json.GetProperty("items")[0].GetProperty("item").GetString()},Film ", lines[1]);
    }

    [Theory]
    [InlineData("", "The file contains no ratings.\nWhere: {0}\nExpected: one line per rating: item, value\nReceived: no ratings\n")]
    [InlineData(
        "item,value\n", "The file contains no ratings.\nWhere: {0}\nExpected: one line per rating: item, value\nReceived: no ratings\n")]
    [InlineData(
        "Film 3,5\nFilm four,4\n",
        "An item was not found: The item is unknown to the model.\nWhere: {0}, line 2\nExpected: an id or a title of the model\n"
        + "Received: \"Film four\"\nFix: Did you mean \"Film 0\"? Otherwise remove the line.\n")]
    [InlineData(
        "Film 3,5\nFilm 1,many\n",
        "A rating is not a positive number.\nWhere: {0}, line 2\nExpected: item, value\nReceived: \"many\"\n"
        + "Fix: Write a number with a decimal point; quote titles that contain commas.\n")]
    [InlineData(
        "Film 3,0\n",
        "A rating is not a positive number.\nWhere: {0}, line 1\nExpected: item, value\nReceived: \"0\"\n"
        + "Fix: Write a number with a decimal point; quote titles that contain commas.\n")]
    [InlineData(
        "Film 3,5\nFilm 1,4\nfilm 3,4\n",
        "An item is rated twice.\nWhere: {0}, line 3\nExpected: one rating per item\nReceived: \"film 3\" again\nFix: Keep one of them.\n")]
    public void Recommend_FromABadFile_SaysWhatIsWrong(string ratings, string expected)
    {
        var path = trained.Write(ratings);

        var result = CommandResult.Run("recommend", trained.Bundle, "--ratings", path);

        Assert.Equal((2, string.Format(null, expected, path)), (result.Code, result.Error));
    }

    [Fact]
    public void Recommend_MoreThanThereIs_SaysTheLimit()
    {
        var result = CommandResult.Run("recommend", trained.Bundle, "--ratings", trained.Write("0,5\n"), "--top", "1000");

        Assert.Equal(2, result.Code);
        Assert.Contains("Expected: 1 to 24, the number of items\nReceived: 1000\n", result.Error);
    }

    [Fact]
    public void Benchmark_OfARatingsFile_StandsBesidePopularityAndEase()
    {
        var result = CommandResult.Run(["benchmark", "recommender", "movies-multvae", "--data", trained
            .Ratings, "--seeds", "0,1", "--json", .. TrainedRecommender.TinyChanges]);

        Assert.Equal(0, result.Code);
        var table = result.Json.GetProperty("data").EnumerateObject().Single().Value;
        Assert.Equal(["popularity", "EASE", "movies-multvae"], table.EnumerateObject().Select(row => row.Name));
        Assert.True(Gain("EASE") > Gain("popularity") + 0.05);
        Assert.True(Gain("movies-multvae") > Gain("popularity") + 0.05);

        double Gain(string model) => table.GetProperty(model).GetProperty("ndcg@100").GetProperty("mean").GetDouble();
    }
}
