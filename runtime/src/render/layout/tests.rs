use super::*;

#[test]
fn ports_keep_their_distance() {
    let check = |wishes: &[f64], low: f64, high: f64, expect: &[f64]| {
        assert_eq!(spread(wishes, low, high), expect, "{wishes:?}")
    };
    check(&[], 0.0, 100.0, &[]);
    check(&[50.0], 0.0, 100.0, &[50.0]);
    check(&[-70.0], 0.0, 100.0, &[0.0]);
    check(&[10.0, 90.0], 0.0, 100.0, &[10.0, 90.0]);
    // Two that want the same place stand around it.
    check(&[50.0, 50.0], 0.0, 100.0, &[44.0, 56.0]);
    check(&[200.0, 300.0], 0.0, 100.0, &[88.0, 100.0]);
    // Too many for the side: as far apart as it allows.
    check(&[5.0, 5.0, 5.0], 0.0, 10.0, &[0.0, 5.0, 10.0]);
}

#[test]
fn labels_stand_in_odd_layers() {
    let check = |first: usize, last: usize, expect: usize| assert_eq!(label_layer(first, last), expect);
    check(0, 2, 1);
    check(0, 4, 1);
    check(0, 6, 3);
    check(2, 6, 3);
}

#[test]
fn an_arrow_past_a_box_is_straight_beside_it() {
    let extent = Extent { along: 20.0, across: 40.0 };
    let arrow = |from, to| Link { from, to, label: None };
    let input =
        Input { boxes: vec![extent; 3], arrows: vec![arrow(0, 1), arrow(1, 2), arrow(0, 2)], back: vec![], gap: 10.0 };
    let layout = layout(&input);
    let (_, across) = layout.boxes[1];
    for step in &layout.routes[2].steps {
        let (Step::Straight(at) | Step::Curve(at) | Step::Bend(_, at)) = *step;
        let beside = (at.0 - layout.boxes[1].0).abs() <= 10.0;
        assert!(!beside || (at.1 - across).abs() >= 20.0 + LINE_GAP, "{at:?}");
    }
}
