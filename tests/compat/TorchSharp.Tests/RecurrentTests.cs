using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils;

namespace Latent.Compat.TorchSharp.Tests;

public class RecurrentTests
{
    [Fact]
    public void Lstm_OneStep_FollowsItsFormula()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(3, 4);
        var (x, h, c) = (randn(1, 2, 3), randn(1, 2, 4), randn(1, 2, 4));

        var gates = Gates(layer, x[0], h[0]).chunk(4, 1);
        var cell = (gates[1].sigmoid() * c[0]) + (gates[0].sigmoid() * gates[2].tanh());
        var hidden = gates[3].sigmoid() * cell.tanh();

        var (output, lastHidden, lastCell) = layer.call(x, (h, c));
        Approximately.Equal(hidden, output[0]);
        Approximately.Equal(hidden, lastHidden[0]);
        Approximately.Equal(cell, lastCell[0]);
    }

    [Fact]
    public void Gru_OneStep_FollowsItsFormula()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GRU(3, 4);
        var (x, h) = (randn(1, 2, 3), randn(1, 2, 4));
        var weights = layer.state_dict();

        var fromInput = nn.functional.linear(x[0], weights["weight_ih_l0"], weights["bias_ih_l0"]).chunk(3, 1);
        var fromState = nn.functional.linear(h[0], weights["weight_hh_l0"], weights["bias_hh_l0"]).chunk(3, 1);
        var (reset, update) = ((fromInput[0] + fromState[0]).sigmoid(), (fromInput[1] + fromState[1]).sigmoid());
        var fresh = (fromInput[2] + (reset * fromState[2])).tanh();
        var hidden = ((1 - update) * fresh) + (update * h[0]);

        var (output, last) = layer.call(x, h);
        Approximately.Equal(hidden, output[0]);
        Approximately.Equal(hidden, last[0]);
    }

    [Theory]
    [InlineData(nn.NonLinearities.Tanh)]
    [InlineData(nn.NonLinearities.ReLU)]
    public void Rnn_OneStep_FollowsItsFormula(nn.NonLinearities kind)
    {
        using var scope = NewDisposeScope();
        using var layer = nn.RNN(3, 4, nonLinearity: kind);
        var (x, h) = (randn(1, 2, 3), randn(1, 2, 4));
        var weights = layer.state_dict();
        var linear = nn.functional.linear(x[0], weights["weight_ih_l0"], weights["bias_ih_l0"]) + nn.functional.linear(h[0], weights["weight_hh_l0"], weights["bias_hh_l0"]);

        var (output, last) = layer.call(x, h);

        Approximately.Equal(kind == nn.NonLinearities.Tanh ? linear.tanh() : linear.relu(), output[0]);
        Approximately.Equal(output[0], last[0]);
    }

    [Fact]
    public void Rnn_OfAPackedSequence_StopsEachRowAtItsEnd()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.RNN(3, 4, batchFirst: true);
        var x = randn(2, 5, 3);
        using var packed = rnn.pack_padded_sequence(x, tensor(new[] { 2L, 5 }), batch_first: true, enforce_sorted: false);

        var (_, last) = layer.call(packed);

        Approximately.Equal(layer.call(x[0].slice(0, 0, 2, 1).unsqueeze(0)).Item2[0, 0], last[0, 0]);
        Approximately.Equal(layer.call(x[1].unsqueeze(0)).Item2[0, 0], last[0, 1]);
    }

    [Fact]
    public void Cells_OfOneStep_AgreeWithTheirLayers()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var (x, h, c) = (randn(2, 3), randn(2, 4), randn(2, 4));
        using var lstm = nn.LSTM(3, 4);
        using var gru = nn.GRU(3, 4);
        using var elman = nn.RNN(3, 4, nonLinearity: nn.NonLinearities.ReLU);
        using var lstmCell = nn.LSTMCell(3, 4);
        using var gruCell = nn.GRUCell(3, 4);
        using var elmanCell = nn.RNNCell(3, 4, nn.NonLinearities.ReLU);
        Copy(lstm, lstmCell);
        Copy(gru, gruCell);
        Copy(elman, elmanCell);

        var (hidden, cell) = lstmCell.call(x, (h, c));

        Approximately.Equal(lstm.call(x.unsqueeze(0), (h.unsqueeze(0), c.unsqueeze(0))).Item2[0], hidden);
        Approximately.Equal(lstm.call(x.unsqueeze(0), (h.unsqueeze(0), c.unsqueeze(0))).Item3[0], cell);
        Approximately.Equal(gru.call(x.unsqueeze(0), h.unsqueeze(0)).Item2[0], gruCell.call(x, h));
        Approximately.Equal(elman.call(x.unsqueeze(0), h.unsqueeze(0)).Item2[0], elmanCell.call(x, h));
        Approximately.Equal(gruCell.call(x, zeros(2, 4)), gruCell.call(x, null!));
        Assert.Equal(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], gruCell.state_dict().Keys);
    }

    [Fact]
    public void Lstm_OfTwoLayersAndDirections_NamesItsParametersAndSizesItsStates()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(3, 4, numLayers: 2, bidirectional: true, batchFirst: true);
        string[] names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"];
        string[] expected = [.. names, .. names.Select(name => name + "_reverse"), .. names.Select(name => name.Replace('0', '1')), .. names.Select(name => name.Replace('0', '1') + "_reverse")];

        Assert.Equal(expected, layer.state_dict().Keys);
        Assert.Equal([16L, 8], layer.state_dict()["weight_ih_l1"].shape);
        var (output, hidden, cell) = layer.call(randn(5, 7, 3));
        Assert.Equal([5L, 7, 8], output.shape);
        Assert.Equal([4L, 5, 4], hidden.shape);
        Assert.Equal([4L, 5, 4], cell.shape);
    }

    [Fact]
    public void Gru_InBothDirections_EndsTheSecondAtTheFirstStep()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GRU(3, 4, bidirectional: true);
        var (output, last) = layer.call(randn(6, 2, 3));

        Approximately.Equal(output[5].slice(1, 0, 4, 1), last[0]);
        Approximately.Equal(output[0].slice(1, 4, 8, 1), last[1]);
    }

    [Fact]
    public void Lstm_Fresh_IsUniformWithinItsBounds()
    {
        using var layer = nn.LSTM(50, 64);

        Assert.InRange(layer.state_dict()["weight_ih_l0"].abs().max().ToDouble(), 0.124, 0.125);
        Assert.InRange(layer.state_dict()["bias_hh_l0"].abs().max().ToDouble(), 0.11, 0.125);
    }

    [Fact]
    public void Gru_WithoutBias_HasNone()
    {
        using var layer = nn.GRU(3, 4, bias: false);

        Assert.Equal(["weight_ih_l0", "weight_hh_l0"], layer.state_dict().Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Packed_SequencesOfSeveralLengths_RunAsEachAlone(bool batchFirst)
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(3, 4, bidirectional: true, batchFirst: batchFirst);
        long[] lengths = [2, 5, 3];
        var rows = randn(3, 5, 3);
        using var packed = rnn.pack_padded_sequence(batchFirst ? rows : rows.transpose(0, 1), tensor(lengths), batchFirst, enforce_sorted: false);
        var (output, hidden, cell) = layer.call(packed);
        using var kept = output;
        var (padded, counts) = rnn.pad_packed_sequence(output, batchFirst, padding_value: 9, total_length: 6);

        Assert.Equal(lengths, counts.data<long>().ToArray());
        for (var row = 0; row < lengths.Length; row++)
        {
            var alone = rows.slice(0, row, row + 1, 1).slice(1, 0, lengths[row], 1);
            var (own, ownHidden, ownCell) = layer.call(batchFirst ? alone : alone.transpose(0, 1));
            var place = batchFirst ? padded[row] : padded.transpose(0, 1)[row];
            Approximately.Equal(batchFirst ? own[0] : own.transpose(0, 1)[0], place.slice(0, 0, lengths[row], 1));
            Assert.True(place.slice(0, lengths[row], 6, 1).eq(9).all().ToBoolean());
            Approximately.Equal(ownHidden.squeeze(1), hidden.slice(1, row, row + 1, 1).squeeze(1));
            Approximately.Equal(ownCell.squeeze(1), cell.slice(1, row, row + 1, 1).squeeze(1));
        }
    }

    [Fact]
    public void Packed_UnsortedThoughSaidToBeSorted_IsRefused()
    {
        using var scope = NewDisposeScope();

        Assert.ThrowsAny<Exception>(() => rnn.pack_padded_sequence(randn(3, 2, 3), tensor(new long[] { 1, 3 })));
    }

    [Fact]
    public void Packed_StatesOfRows_StayWithTheirRows()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GRU(3, 4, batchFirst: true);
        var (rows, first) = (randn(2, 3, 3), randn(1, 2, 4));
        using var packed = rnn.pack_padded_sequence(rows, tensor(new long[] { 1, 3 }), true, enforce_sorted: false);
        var (output, last) = layer.call(packed, first);
        using var kept = output;

        var (_, alone) = layer.call(rows.slice(0, 1, 2, 1), first.slice(1, 1, 2, 1));
        Approximately.Equal(alone.squeeze(1), last.slice(1, 1, 2, 1).squeeze(1));
    }

    [Fact]
    public void Dropout_BetweenLayers_IsForTrainingOnly()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(3, 4, numLayers: 2, dropout: 0.5);
        var x = randn(4, 2, 3);

        Assert.False(layer.call(x).Item1.allclose(layer.call(x).Item1));
        layer.eval();
        Approximately.Equal(layer.call(x).Item1, layer.call(x).Item1);
    }

    [Fact]
    public void Gru_Backward_ReachesEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GRU(3, 4, numLayers: 2, bidirectional: true);
        layer.call(randn(5, 2, 3)).Item1.square().sum().backward();

        Assert.All(layer.parameters(), parameter => Assert.True(parameter.grad!.abs().sum().ToDouble() > 0));
    }

    [Fact]
    public void Lstm_MovedToDouble_ComputesInIt()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LSTM(3, 4);
        layer.to(float64);

        Assert.Equal(float64, layer.call(randn(2, 1, 3, dtype: float64)).Item1.dtype);
    }

    private static Tensor Gates(LSTM layer, Tensor x, Tensor hidden)
    {
        var weights = layer.state_dict();
        return nn.functional.linear(x, weights["weight_ih_l0"], weights["bias_ih_l0"]) + nn.functional.linear(hidden, weights["weight_hh_l0"], weights["bias_hh_l0"]);
    }

    private static void Copy(nn.Module layer, nn.Module cell)
    {
        foreach (var (key, weight) in cell.state_dict())
            weight.copy_(layer.state_dict()[key + "_l0"]);
    }
}
